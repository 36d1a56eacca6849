using ChatHiring.Files;
using ChatHiring.Jobs;

namespace ChatHiring.LoopFiles;

/// <summary>What a candidate must and must not be in their own loop: asked of the file alone, and again with what the database knows.</summary>
internal static class LoopFileCandidates
{
    public static void CheckCode(CandidateEntry candidate, CandidateNames names, FileFaults faults)
    {
        if (names == CandidateNames.Code && candidate is { Line: > 0, Code: null })
            faults.Add(candidate.Line, "The candidate has no 'code', but the job names its candidates by code.");
    }

    /// <summary>Product rule 22: a candidate who is also a person here sees nothing and holds no seat.</summary>
    /// <param name="email">The candidate's address, from the file or known before.</param>
    /// <param name="ownsTheJob">Whether somebody of this address is the job's recruiter or hiring manager.</param>
    public static void KeepOut(string email, LoopEntry loop, bool ownsTheJob, FileFaults faults)
    {
        foreach (var seat in loop.Interviews.SelectMany(interview => interview.Panel).Where(person => person.Email == email))
            faults.Add(seat.Line, $"{FileFaults.Quote(email)} is the candidate of this loop and cannot sit in its panels.");
        if (ownsTheJob)
            faults.Add(loop.Candidate.Line, $"{FileFaults.Quote(email)} is the recruiter or hiring manager of this job and cannot be its candidate.");
    }
}
