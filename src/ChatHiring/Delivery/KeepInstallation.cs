using ChatHiring.Audit;
using ChatHiring.People;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Delivery;

/// <summary>Keeps what a platform gave us when it let us in, renews it and forgets it. Secrets come in sealed and go out sealed.</summary>
public sealed class KeepInstallation(Commit commit, Snapshot snapshot, NewIds ids, TimeProvider time)
{
    /// <summary>Every installation whose secrets are still kept, the oldest first.</summary>
    public Task<List<KeptInstallation>> All(string platform, CancellationToken cancel) => snapshot.Read(
        db => db.Installations.Where(i => i.Platform == platform && i.Secrets != null).OrderBy(i => i.InstalledAt)
            .Select(i => new KeptInstallation(i.Workspace, i.Secrets ?? "", i.ExpiresAt, i.Version)).ToListAsync(cancel),
        cancel);

    /// <summary>A new installation, or the same one made again: what waited for it goes out.</summary>
    /// <returns>False: the person is no administrator, and nothing is kept.</returns>
    public Task<bool> Keep(PersonId by, string platform, string workspace, string secrets, DateTimeOffset? expiresAt, CancellationToken cancel) => commit.Run(
        async db =>
        {
            if (await db.People.FirstOrDefaultAsync(person => person.Id == by, cancel) is not { IsAdministrator: true })
                return false;
            var organisation = await db.TakeOrganisation(cancel);
            var installation = await Tracked(db, platform, workspace, cancel);
            if (installation is null)
                db.Installations.Add(installation = new Installation { Id = ids.Next<InstallationId>(), Platform = platform, Workspace = workspace, InstalledAt = time.GetUtcNow() });
            (installation.Secrets, installation.ExpiresAt, installation.InstalledAt) = (secrets, expiresAt, time.GetUtcNow());
            installation.Version++;
            AuditChain.Append(db, organisation, ids, time.GetUtcNow(), Actor.Person(by), "platform.installed", installation.Id.Value, new { installation.Platform, installation.Workspace });
            await SendAgain.AfterInstallation(db, person: null, cancel);
            return true;
        },
        cancel);

    /// <summary>Renewed secrets, if nobody has changed the installation since it was read.</summary>
    /// <param name="version">As it was read.</param>
    public Task<bool> Renew(string platform, string workspace, long version, string secrets, DateTimeOffset? expiresAt, CancellationToken cancel) => commit.Run(
        async db =>
        {
            if (await Tracked(db, platform, workspace, cancel) is not { Secrets: not null } installation || installation.Version != version)
                return false;
            (installation.Secrets, installation.ExpiresAt) = (secrets, expiresAt);
            installation.Version++;
            return true;
        },
        cancel);

    /// <summary>Uninstalled or revoked: the secrets are gone from here too. What is told late of an installation that was made again since changes nothing.</summary>
    /// <param name="at">When it happened, in whole seconds; null where the platform does not say.</param>
    public Task<bool> Forget(string platform, string workspace, DateTimeOffset? at, CancellationToken cancel) => commit.Run(
        async db =>
        {
            var organisation = await db.TakeOrganisation(cancel);
            if (await Tracked(db, platform, workspace, cancel) is not { Secrets: not null } installation || at?.AddSeconds(1) <= installation.InstalledAt)
                return false;
            (installation.Secrets, installation.ExpiresAt) = (null, null);
            installation.Version++;
            AuditChain.Append(db, organisation, ids, time.GetUtcNow(), Actor.System, "platform.forgotten", installation.Id.Value, new { installation.Platform, installation.Workspace });
            return true;
        },
        cancel);

    private static Task<Installation?> Tracked(HiringDb db, string platform, string workspace, CancellationToken cancel) =>
        db.Installations.AsTracking().FirstOrDefaultAsync(i => i.Platform == platform && i.Workspace == workspace, cancel);
}

/// <summary>An installation as it is kept.</summary>
/// <param name="Secrets">Sealed by the adapter.</param>
/// <param name="ExpiresAt">When the access token runs out; null when it does not.</param>
/// <param name="Version">Hand it back to renew.</param>
public sealed record KeptInstallation(string Workspace, string Secrets, DateTimeOffset? ExpiresAt, long Version);
