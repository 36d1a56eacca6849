using ChatHiring.Jobs;

namespace ChatHiring.People;

/// <summary>Who may see what (product rules 11, 19 and 22). What is not allowed is not found.</summary>
internal static class Permissions
{
    /// <summary>Whether somebody knows that the job exists: its own people, and for a job that is not confidential every recruiter and administrator.</summary>
    public static bool SeesJob(Person person, Job job, bool sitsOnItsPanels) =>
        IsOfJob(person, job) || sitsOnItsPanels || (!job.Confidential && (person.IsRecruiter || person.IsAdministrator));

    /// <summary>Whether somebody may read a loop's open cards. A candidate who also works here sees nothing of their own loop.</summary>
    public static bool ReadsOpenCards(Person person, Job job, bool sitsOnLoop, bool isTheCandidate) =>
        !isTheCandidate && SeesJob(person, job, sitsOnLoop);

    /// <summary>Whether somebody reads comp expectation and timing after the reveal: the job's recruiter and hiring manager.</summary>
    public static bool SeesNotes(Person person, Job job) => IsOfJob(person, job);

    /// <summary>Whether somebody sees a job's plan whole. Panellists see their own kit.</summary>
    public static bool SeesPlan(Person person, Job job) => IsOfJob(person, job) || (!job.Confidential && (person.IsRecruiter || person.IsAdministrator));

    /// <summary>Whether somebody sees by name who owes a card, and may remind them: whoever sets loops up. Of a loop that they find at all.</summary>
    public static bool WatchesLoop(Person person, Job job) => SeesPlan(person, job);

    /// <summary>Whether somebody may open a debrief without a card that never came: recruiter or hiring manager of the job, at last an administrator.</summary>
    public static bool GoesAhead(Person person, Job job) => IsOfJob(person, job) || (person.IsAdministrator && !job.Confidential);

    /// <summary>Whether somebody brings loop files in. What the file may touch is asked job by job.</summary>
    public static bool ImportsLoopFiles(Person person) => person.IsRecruiter || person.IsAdministrator;

    /// <summary>Whether somebody sets up and changes a job and its loops: who sees its plan.</summary>
    public static bool SetsUp(Person person, Job job) => SeesPlan(person, job);

    /// <summary>Whether somebody decides who is a recruiter or an administrator, and whose chat account is whose.</summary>
    public static bool LooksAfterPeople(Person person) => person.IsAdministrator;

    /// <summary>Whether somebody sees whether the platforms are set up rightly.</summary>
    public static bool ChecksSetUp(Person person) => person.IsAdministrator;

    /// <summary>Whether somebody may have a test message sent to their own chat.</summary>
    public static bool TriesMessages(Person person) => person.IsRecruiter || ChecksSetUp(person);

    private static bool IsOfJob(Person person, Job job) => person.Id == job.RecruiterId || person.Id == job.HiringManagerId;
}
