using Microsoft.Playwright;
using Xunit;

namespace ScenarioPortal.EndToEndTests;

/// <summary>How somebody uses a page, and how often they had to do something.</summary>
internal abstract class Hand
{
    /// <summary>Presses, choices and fields written so far; a long text counts once.</summary>
    public int Acts { get; private set; }

    /// <summary>Uses a link, a button or the heading of something folded.</summary>
    public Task PressAsync(ILocator target) => ActAsync(() => Press(target));

    /// <summary>Chooses one of several, or ticks.</summary>
    public Task ChooseAsync(ILocator target) => ActAsync(() => Choose(target));

    /// <summary>Writes in place of what stands there.</summary>
    public Task WriteAsync(ILocator field, string text) => ActAsync(() => Write(field, text));

    public Task GiveAsync(ILocator field, params FilePayload[] files) => ActAsync(() => Give(field, files));

    protected abstract Task Press(ILocator target);

    protected abstract Task Choose(ILocator target);

    protected abstract Task Write(ILocator field, string text);

    protected abstract Task Give(ILocator field, FilePayload[] files);

    private Task ActAsync(Func<Task> act)
    {
        Acts++;
        return act();
    }
}

/// <summary>Points and clicks, or taps.</summary>
internal sealed class PointingHand : Hand
{
    protected override Task Press(ILocator target) => target.ClickAsync();

    protected override Task Choose(ILocator target) => target.CheckAsync();

    protected override Task Write(ILocator field, string text) => field.FillAsync(text);

    protected override Task Give(ILocator field, FilePayload[] files) => field.SetInputFilesAsync(files);
}

/// <summary>Has the keys and nothing else: goes on by Tab to what it wants, and sees at every stop where it is.</summary>
internal sealed class HandOnKeys : Hand
{
    /// <summary>Nobody tabs further than this, and no page needs it.</summary>
    private const int FarthestStop = 150;

    private const string WhereItIs = """
        target => {
          const e = document.activeElement;
          if (e === document.body) return 'nowhere';
          const s = getComputedStyle(e), box = e.getBoundingClientRect();
          const inside = e.type === 'date' || e.type === 'time'; // its parts and its button are the browser's, and marked by it
          const marked = inside || (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 1) || s.boxShadow !== 'none';
          const onScreen = box.width > 0 && box.bottom > 0 && box.top < innerHeight;
          if (!marked || !onScreen) return 'out of sight: ' + e.outerHTML.slice(0, 300);
          const together = e.type === 'radio' && target.type === 'radio' && e.name === target.name && e.form === target.form;
          return e === target || together ? 'there' : 'elsewhere';
        }
        """;

    protected override async Task Press(ILocator target)
    {
        await ReachAsync(target);
        await target.Page.Keyboard.PressAsync("Enter");
    }

    protected override async Task Choose(ILocator target)
    {
        await ReachAsync(target);
        var keys = target.Page.Keyboard;
        if (await target.GetAttributeAsync("type") is not "radio")
        {
            await keys.PressAsync("Space");
            return;
        }

        for (var step = 0; step < 20 && !await target.IsCheckedAsync(); step++)
        {
            await keys.PressAsync("ArrowDown");
        }

        Assert.True(await target.IsCheckedAsync(), $"The arrows do not choose {target}.");
    }

    protected override async Task Write(ILocator field, string text)
    {
        await ReachAsync(field);
        await field.Page.Keyboard.PressAsync("Control+A");
        await field.Page.Keyboard.InsertTextAsync(text);
    }

    protected override async Task Give(ILocator field, FilePayload[] files)
    {
        // Whoever listens from now on has the browser ask here by the time the key is pressed.
        var asked = new TaskCompletionSource<IFileChooser>();
        field.Page.FileChooser += Note;
        await ReachAsync(field);
        await field.Page.Keyboard.PressAsync("Space");
        await (await asked.Task.WaitAsync(TimeSpan.FromSeconds(30))).SetFilesAsync(files);
        field.Page.FileChooser -= Note;

        void Note(object? sender, IFileChooser chooser) => asked.TrySetResult(chooser);
    }

    private static async Task ReachAsync(ILocator target)
    {
        await target.WaitForAsync();
        await target.Page.WaitForLoadStateAsync();
        var wanted = await target.ElementHandleAsync();
        for (var stop = 0; stop <= FarthestStop; stop++)
        {
            var where = await target.Page.EvaluateAsync<string>(WhereItIs, wanted);
            if (where is "there")
            {
                return;
            }

            Assert.False(where.StartsWith("out of sight", StringComparison.Ordinal), $"On the way to {target} the focus is {where}");
            await target.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{target} is not reached by {FarthestStop} tabs.");
    }
}
