using ScenarioPortal.Benchmarks;
using ScenarioPortal.Benchmarks.Serving;
using ScenarioPortal.Web.Hosting;

ThreadRoom.Make();
return args is [PrebuiltServer.Command, var address, var page]
    ? await PrebuiltServer.RunAsync(address, new Uri(page))
    : await BenchmarkCommands.RunAsync(args is [] or [['-', ..], ..] ? ["all", .. args] : args);
