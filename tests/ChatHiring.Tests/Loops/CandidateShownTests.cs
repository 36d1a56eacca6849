using ChatHiring.Jobs;
using ChatHiring.Loops;

namespace ChatHiring.Tests.Loops;

public sealed class CandidateShownTests
{
    [Theory]
    [InlineData("Jamie Kim", "J.K.")]
    [InlineData("jamie kim", "J.K.")]
    [InlineData("Jean-Luc  Picard", "J.L.P.")]
    [InlineData("Björk", "B.")]
    [InlineData("élodie ångström", "É.Å.")]
    [InlineData("李 小龍", "李.小.")]
    [InlineData("👩‍💻 Ada", "A.")]
    [InlineData("Zoë <i>Zed</i>", "Z.I.")]
    public void Initials_are_the_first_letter_of_each_word(string name, string initials) =>
        Assert.Equal(initials, CandidateShown.Initials(name));

    [Theory]
    [InlineData(CandidateNames.Initials, "C-17", "J.K.")]
    [InlineData(CandidateNames.FullName, "C-17", "Jamie Kim")]
    [InlineData(CandidateNames.Code, "C-17", "C-17")]
    [InlineData(CandidateNames.Code, null, "J.K.")]
    public void A_candidate_is_named_as_the_job_says(CandidateNames setting, string? code, string shown) =>
        Assert.Equal(shown, CandidateShown.As(setting, new Candidate { Id = new(new Guid(1, 0, 0, new byte[8])), Name = "Jamie Kim", Code = code }));
}
