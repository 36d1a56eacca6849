using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;

namespace ChatHiring.Host.Tests;

/// <summary>The shipped program as a process of its own, to be killed and started again.</summary>
internal sealed class HostProcess : IDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "ChatHiring.Host.dll");

    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _address = new();
    private readonly List<string> _said = [];

    private HostProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Heard(line.Data);
        _process.ErrorDataReceived += (_, line) => Heard(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException($"The host ended: {Said}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What it wrote to the console.</summary>
    public string Said
    {
        get
        {
            lock (_said)
                return string.Join('\n', _said);
        }
    }

    public bool HasEnded => _process.HasExited;

    /// <summary>Starts a host on the database without waiting for it.</summary>
    public static HostProcess Launch(TestDatabase database, params string[] arguments) => Launch(database, [], arguments);

    /// <param name="settings">Environment variables.</param>
    private static HostProcess Launch(TestDatabase database, (string Name, string Value)[] settings, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        start.ArgumentList.Add(Program);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Urls"] = "http://127.0.0.1:0";
        start.Environment["Storage__Provider"] = database.Engine.ToString();
        start.Environment["ConnectionStrings__ChatHiring"] = database.ConnectionString;
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return new HostProcess(start);
    }

    /// <summary>Starts a host and waits until it says that it is open.</summary>
    /// <param name="demo">Starts on an empty database as a newcomer does; otherwise the whole loop is in it.</param>
    /// <param name="settings">Environment variables.</param>
    public static async Task<HostProcess> Start(TestDatabase database, bool demo = false, (string Name, string Value)[]? settings = null)
    {
        if (!demo)
            await WholeLoop.Into(database);
        var host = Launch(database, settings ?? [], []);
        await host.Open();
        return host;
    }

    public Task<Uri> Open() => _address.Task.WaitAsync(LongestStart, TimeProvider.System);

    /// <summary>Runs a verb to its end.</summary>
    public static Task<(int Exit, string Said)> Run(TestDatabase database, params string[] verb) => Run(database, [], verb);

    public static async Task<(int Exit, string Said)> Run(TestDatabase database, (string Name, string Value)[] settings, params string[] verb)
    {
        using var host = Launch(database, settings, verb);
        _ = host._address.Task.ContinueWith(_ => { }, TaskScheduler.Default);
        await host._process.WaitForExitAsync().WaitAsync(LongestStart, TimeProvider.System);
        return (host._process.ExitCode, host.Said);
    }

    public async Task<Visitor> As(string name)
    {
        var cookies = new CookieContainer();
        var http = new HttpClient(new RedirectHandler { InnerHandler = new CookieContainerHandler(cookies) { InnerHandler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false } } })
        {
            BaseAddress = await Open(),
        };
        var visitor = new Visitor(http, cookies);
        await visitor.SignIn(name);
        return visitor;
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
    }

    private void Heard(string? line)
    {
        if (line is null)
            return;
        lock (_said)
            _said.Add(line);
        if (line.StartsWith("ChatHiring is open at ", StringComparison.Ordinal))
            _address.TrySetResult(new Uri(line["ChatHiring is open at ".Length..]));
    }
}
