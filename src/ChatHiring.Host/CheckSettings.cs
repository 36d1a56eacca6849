using ChatHiring.Debriefs;
using ChatHiring.People;
using ChatHiring.Slack;
using ChatHiring.Storage;
using ChatHiring.Teams;
using ChatHiring.Timeline;
using Microsoft.Extensions.Options;

namespace ChatHiring.Host;

/// <summary>Looks at every setting before anything starts. The first that is wrong stops the host with one line that names it.</summary>
internal sealed class CheckSettings(
    IConfiguration configuration,
    IHostEnvironment environment,
    IOptions<StorageOptions> storage,
    IOptions<OrganisationOptions> organisation,
    IOptions<SlackOptions> slack,
    IOptions<TeamsOptions> teams,
    IOptions<ClockOptions> clock,
    IOptions<DebriefsOptions> debriefs,
    TimeProvider time)
    : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Faults().FirstOrDefault() is { } fault
        ? throw new StartRefusedException(fault)
        : Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    private IEnumerable<string> Faults() =>
        new[] { SignInFault(), storage.Value.Fault(), organisation.Value.Fault(Today), clock.Value.Fault(environment.IsDevelopment()), slack.Value.Fault(environment.IsDevelopment()), teams.Value.Fault(environment.IsDevelopment()), debriefs.Value.Fault(), CertificateFault(), PublicUrlFault() }
            .OfType<string>();

    // The only sign-in there is asks nobody for proof, so it must not be reached from another machine.
    private string? SignInFault()
    {
        if (!environment.IsDevelopment())
            return "the web platform has no sign-in outside Development yet. Set ASPNETCORE_ENVIRONMENT to Development and listen on loopback.";
        if (configuration.GetSection("Kestrel:Endpoints").Exists())
            return "Kestrel:Endpoints is set and would take the place of Urls. Set Urls instead.";
        if (Addresses().Length == 0)
            return "Urls is empty. Set it to a loopback address, such as http://127.0.0.1:5080.";
        var open = Array.Find(Addresses(), address => !IsLoopback(address));
        return open is null ? null : $"Urls names {open}, and the Development sign-in asks for no password: it listens on loopback only.";
    }

    private string[] Addresses() => (configuration["Urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsLoopback(string address) => Uri.TryCreate(address, UriKind.Absolute, out var url) && url.IsLoopback;

    private string? CertificateFault()
    {
        try
        {
            using var certificate = KeyRing.CertificateOf(configuration);
            return certificate is null or { HasPrivateKey: true } ? null : "DataProtection:Certificate has no private key.";
        }
        catch (Exception unreadable) when (unreadable is IOException or System.Security.Cryptography.CryptographicException or UnauthorizedAccessException)
        {
            return "DataProtection:Certificate is no PKCS#12 file that can be read without a password.";
        }
    }

    private string? PublicUrlFault() => configuration["PublicUrl"] is { Length: > 0 } given
        && !(Uri.TryCreate(given, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            ? $"PublicUrl '{given}' is no http or https address."
            : null;

}
