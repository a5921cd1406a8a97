namespace ScenarioPortal.IntegrationTests.Security;

/// <summary>Texts that would run as a script if any page took them for more than text: each tells by a dialog that it did.</summary>
public static class Payloads
{
    /// <summary>Ways out of where a text may stand.</summary>
    private static readonly string[] Exits = ["", "\">", "'>", "</title>", "</textarea>", "</script>", "--><", "]]>", "</template></style>", "＂＞"];

    /// <summary>What runs once outside.</summary>
    private static readonly string[] Scripts =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>",
        "<iframe srcdoc=\"<script>alert(1)</script>\">", "<body onload=alert(1)>", "<details open ontoggle=alert(1)>x</details>", "<video><source onerror=alert(1)></video>",
        "<input autofocus onfocus=alert(1)>", "<a href=javascript:alert(1)>x</a>", "<math><mi xlink:href=\"data:x,<script>alert(1)</script>\">x</mi></math>",
        "<object data=\"javascript:alert(1)\">", "<embed src=\"javascript:alert(1)\">", "<form><button formaction=javascript:alert(1)>x</button></form>",
        "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">", "<base href=\"javascript:alert(1)//\">", "<link rel=stylesheet href=\"data:text/css,*{x:y}\">",
        "<style>@import 'javascript:alert(1)';</style>"
    ];

    /// <summary>What no combination makes.</summary>
    private static readonly string[] ByHand =
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#115;cript:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:msgbox(1)", "//evil.example/x.js",
        "＜script＞alert(1)＜/script＞", "＜img src=x onerror=alert(1)＞", "﹤svg onload=alert(1)﹥", "\u2039script\u203aalert(1)", "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;alert(1)",
        "%3Cscript%3Ealert(1)%3C/script%3E", "%253Cscript%253Ealert(1)", "\\u003cscript\\u003ealert(1)", "\\x3cscript\\x3ealert(1)", "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<svg><style><img src=x onerror=alert(1)></style></svg>", "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>", "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">", "<select><template><style><!--</style><a rel=\"--></style></template></select><img src=x onerror=alert(1)>\">",
        "<scr<script>ipt>alert(1)</scr</script>ipt>", "<script/src=data:,alert(1)></script>", "<script\u00a0>alert(1)</script>", "<ScRiPt >alert(1)</sCrIpT>", "<img/src='x'/onerror=alert`1`>", "<svg/onload=&#97;lert(1)>", "<img src=x:alert(alt) onerror=eval(src) alt=1>",
        "{{7*7}}", "{{constructor.constructor('alert(1)')()}}", "${7*7}", "${alert(1)}", "`${alert(1)}`", "#{7*7}", "<%= 7*7 %>", "@(7*7)", "@Model", "@{ alert(1) }", "{%7*7%}", "[[${7*7}]]", "{0}{1}{2}", "%s%n%x",
        "' onmouseover='alert(1)", "\" onmouseover=\"alert(1)", "` onmouseover=`alert(1)", "\" style=\"x:expression(alert(1))", "';alert(1)//", "\";alert(1)//", "\\\";alert(1)//", "</script ><script>alert(1)</script >", "<!--<script>alert(1)//-->", "<![CDATA[<script>alert(1)</script>]]>",
        "<x onclick=alert(1)>点我</x>", "<标签 onload=alert(1)>", "夜间巡查<script>alert(1)</script>机器人", "<img src=//127.0.0.1/x>", "<b>粗</b>", "O'Brien & Söhne <GmbH>", "1 < 2 && 3 > 2", "\u202e<script>alert(1)</script>", "<a href=\"https://evil.example\" target=_blank>x</a>", "<input name=__RequestVerificationToken value=x>"
    ];

    public static IReadOnlyList<string> All { get; } = [.. ByHand, .. Exits.SelectMany(exit => Scripts.Select(script => exit + script))];
}
