using System.Runtime.CompilerServices;

namespace ChatHiring.Host.Tests.Browser;

/// <summary>A fact seen in Debian's Chromium; without one it is skipped aloud.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber) =>
        Skip = Chromium.Program is null ? "CHATHIRING_TEST_CHROMIUM is not set; ./test.sh brings a browser." : null;
}
