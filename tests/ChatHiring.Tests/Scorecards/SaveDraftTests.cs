using ChatHiring.Jobs;
using ChatHiring.Scorecards;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests.Scorecards;

public sealed class SaveDraftTests
{
    private const string Item = "q15";
    private static readonly (string Stage, string Person) _mina = ("cross-functional", Cast.Mina);

    [Theory, BothDatabases]
    public async Task What_is_absent_keeps_what_was_saved(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seat = (await product.WithSampleLoop()).All[_mina];
        await product.Save(seat, (Item, new("4", "Said no to the date.")), (InterviewPlan.Overall, new("3", "Mixed.")));

        await product.Save(seat, (Item, new(null, "Said no, politely.")));
        await product.Save(seat, (Item, new("5", null)));

        Assert.Equal(new StoredAnswer(5, "Said no, politely."), await Stored(product));
        Assert.Equal(new StoredAnswer(3, "Mixed."), await Stored(product, InterviewPlan.Overall));
    }

    [Theory, BothDatabases]
    public async Task A_form_has_seen_what_it_wrote_last_and_no_more(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seat = (await product.WithSampleLoop()).All[_mina];
        var (one, other) = (new FormId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch)), new FormId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch)));
        var seen = (await product.Form(seat)).Items.Single(item => item.Item.Key == Item).Seen;

        Assert.Empty(await Faults(one, "4", "First."));
        Assert.Empty(await Faults(one, "5", "Second."));
        Assert.IsType<AnswerFault.ChangedElsewhere>(Assert.Single(await Faults(other, "2", "From elsewhere.")));
        Assert.Empty(await Faults(one, "5", ""));
        Assert.Equal(new StoredAnswer(5, null), await Stored(product));
        await product.Save(seat, (Item, new("1", "By a client that names no form.")));
        Assert.IsType<AnswerFault.ChangedElsewhere>(Assert.Single(await Faults(one, "3", "Third.")));

        async Task<IReadOnlyList<AnswerFault>> Faults(FormId form, string score, string evidence) => Assert.IsType<SaveDraft.Outcome.Saved>(
            await product.Get<SaveDraft>().Run(new(seat.Person, seat.Seat, new Dictionary<string, TypedAnswer> { [Item] = new(score, evidence, seen) }, form), CancellationToken.None)).Faults;
    }

    [Theory, BothDatabases]
    public async Task Of_two_that_one_form_sent_the_later_stays_whichever_comes_first(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seat = (await product.WithSampleLoop()).All[_mina];
        var form = new FormId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch));
        var seen = (await product.Form(seat)).Items.Single(item => item.Item.Key == Item).Seen;

        await Sends("2", "4", "Said no to the date.");
        await Sends("1", "2", "Said no");
        Assert.Equal(new StoredAnswer(4, "Said no to the date."), await Stored(product));
        await Sends("2", "5", "The same moment, sent again.");
        Assert.Equal(new StoredAnswer(5, "The same moment, sent again."), await Stored(product));
        await Sends(null, "3", "By a client without a clock.");
        Assert.Equal(new StoredAnswer(3, "By a client without a clock."), await Stored(product));
        await Sends("1", "2", "Said no");
        Assert.Equal(new StoredAnswer(3, "By a client without a clock."), await Stored(product));

        async Task Sends(string? moment, string score, string evidence) => Assert.Empty(Assert.IsType<SaveDraft.Outcome.Saved>(
            await product.Get<SaveDraft>().Run(new(seat.Person, seat.Seat, new Dictionary<string, TypedAnswer> { [Item] = new(score, evidence, seen) }, form, moment is null ? null : new FormMoment(moment)), CancellationToken.None)).Faults);
    }

    [Theory, BothDatabases]
    public async Task What_was_typed_and_taken_out_again_before_anything_was_saved_does_not_come_back(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seat = (await product.WithSampleLoop()).All[_mina];
        var form = new FormId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch));
        var seen = (await product.Form(seat)).Items.Single(item => item.Item.Key == Item).Seen;

        await Sends("2", "");
        await Sends("1", "Typed, and taken out again.");
        Assert.Equal(StoredAnswer.From(Answer.None), await Stored(product));

        Task Sends(string moment, string evidence) =>
            product.Get<SaveDraft>().Run(new(seat.Person, seat.Seat, new Dictionary<string, TypedAnswer> { [Item] = new(null, evidence, seen) }, form, new FormMoment(moment)), CancellationToken.None);
    }

    [Theory, BothDatabases]
    public async Task What_a_form_sent_at_a_moment_that_is_a_guess_is_never_taken_for_late(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seat = (await product.WithSampleLoop()).All[_mina];
        var form = new FormId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch));

        await Sends(new("5"), "2");
        await Sends(new("3", IsGuess: true), "4");
        Assert.Equal(4, (await Stored(product)).Score);
        await Sends(new("4"), "1");
        Assert.Equal(4, (await Stored(product)).Score);
        await Sends(new("6"), "5");
        Assert.Equal(5, (await Stored(product)).Score);

        Task Sends(FormMoment moment, string score) =>
            product.Get<SaveDraft>().Run(new(seat.Person, seat.Seat, new Dictionary<string, TypedAnswer> { [Item] = new(score, "Said no.") }, form, moment), CancellationToken.None);
    }

    [Theory, BothDatabases]
    public async Task A_form_that_went_back_to_what_it_showed_is_not_overruled_by_what_it_sent_on_the_way(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seat = (await product.WithSampleLoop()).All[_mina];
        await product.Save(seat, (Item, new("4", "Said no to the date.")));
        var (form, other) = (new FormId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch)), new FormId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch)));
        var seen = (await product.Form(seat)).Items.Single(item => item.Item.Key == Item).Seen;

        await Sends(form, "2", "4");
        await Sends(form, "1", "3");
        Assert.Equal(new StoredAnswer(4, "Said no to the date."), await Stored(product));
        await Sends(other, "1", "5");
        Assert.Equal(new StoredAnswer(5, "Said no to the date."), await Stored(product));
        await Sends(form, "3", "4");
        await Sends(other, "2", "2");
        Assert.Equal(new StoredAnswer(2, "Said no to the date."), await Stored(product));

        Task Sends(FormId from, string moment, string score) =>
            product.Get<SaveDraft>().Run(new(seat.Person, seat.Seat, new Dictionary<string, TypedAnswer> { [Item] = new(score, "Said no to the date.", seen) }, from, new FormMoment(moment)), CancellationToken.None);
    }

    [Theory, BothDatabases]
    public async Task A_slow_tap_stays_late_whatever_other_forms_of_any_platform_looked(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seat = (await product.WithSampleLoop()).All[_mina];
        var phone = new FormId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch));
        await product.Save(seat, (Item, new("3", null)));
        for (var laptop = 1; laptop <= 8; laptop++)
            await Looks(laptop, "3");

        await Sends(phone, "1764316802.000000", "4", null);
        await Looks(9, "4");
        await Sends(phone, "1764316801.000000", "2", null);

        Assert.Equal(4, (await Stored(product)).Score);

        async Task Looks(int laptop, string score) =>
            await Sends(new FormId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch)), $"2026-11-28T08:00:{laptop:D2}.0000000Z", score, (await product.Form(seat)).Items.Single(item => item.Item.Key == Item).Seen);

        Task Sends(FormId from, string moment, string score, string? seen) =>
            product.Get<SaveDraft>().Run(new(seat.Person, seat.Seat, new Dictionary<string, TypedAnswer> { [Item] = new(score, null, seen) }, from, new FormMoment(moment)), CancellationToken.None);
    }

    [Theory, BothDatabases]
    public async Task Blank_clears_evidence_and_none_clears_the_score(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seat = (await product.WithSampleLoop()).All[_mina];
        await product.Save(seat, (Item, new("4", "Said no to the date.")));

        await product.Save(seat, (Item, new(null, "  \n ")));
        Assert.Equal(new StoredAnswer(4, null), await Stored(product));
        await product.Save(seat, (Item, new("none", null)));
        Assert.Equal(new StoredAnswer(null, null), await Stored(product));
    }

    [Theory, BothDatabases]
    public async Task Not_asked_is_kept_apart_from_no_answer(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seat = (await product.WithSampleLoop()).All[_mina];

        var saved = await Saved(product, seat, (Item, new("not-asked", null)), (InterviewPlan.Overall, new("not-asked", null)));

        Assert.Equal([new AnswerFault.NoSuchScore(InterviewPlan.Overall)], saved.Faults);
        Assert.Equal(Score.NotAsked, (await product.Form(seat)).Items.Single(item => item.Item.Key == Item).Answer.Score);
    }

    [Theory, BothDatabases]
    public async Task No_other_score_is_saved_and_the_rest_is(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seat = (await product.WithSampleLoop()).All[_mina];
        await product.Save(seat, (Item, new("2", null)));

        foreach (var score in (string[])["0", "6", "3.5", "five", "", " 3", "-1", "1e0", "٣"])
        {
            var saved = await Saved(product, seat, (Item, new(score, $"typed {score}")), (InterviewPlan.Overall, new("3", $"beside {score}")));

            Assert.Equal([new AnswerFault.NoSuchScore(Item)], saved.Faults);
            Assert.Equal(new StoredAnswer(2, $"typed {score}".Trim()), await Stored(product));
            Assert.Equal(new StoredAnswer(3, $"beside {score}".Trim()), await Stored(product, InterviewPlan.Overall));
        }
    }

    [Theory, BothDatabases]
    public async Task Evidence_that_is_too_long_leaves_what_was_stored(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seat = (await product.WithSampleLoop()).All[_mina];
        await product.Save(seat, (Item, new("2", "Short.")));

        foreach (var length in (int[])[3_001, 2_000_000])
        {
            var saved = await Saved(product, seat, (Item, new("3", new string('x', length))));
            Assert.Equal([new AnswerFault.NotEvidence(Item, new EvidenceFault.TooLong(length))], saved.Faults);
            Assert.Equal(new StoredAnswer(3, "Short."), await Stored(product));
        }

        Assert.Empty((await Saved(product, seat, (Item, new(null, new string('x', 3_000))))).Faults);
    }

    [Theory, BothDatabases]
    public async Task Evidence_with_characters_that_nobody_sees_is_refused(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seat = (await product.WithSampleLoop()).All[_mina];

        foreach (var (text, name) in ((string, string)[])[("a\0b", "U+0000"), ("a\ud800b", "U+FFFD"), ("a\udc00", "U+FFFD"), ("a\u001bb", "U+001B")])
            Assert.Equal(
                [new AnswerFault.NotEvidence(Item, new EvidenceFault.HiddenCharacter(name))],
                (await Saved(product, seat, (Item, new("3", text)))).Faults);
        Assert.Equal(new StoredAnswer(3, null), await Stored(product));
    }

    [Theory, BothDatabases]
    public async Task Markup_is_stored_as_it_was_typed(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seat = (await product.WithSampleLoop()).All[_mina];
        const string Typed = "<script>alert(1)</script> & <@U123> *bold* {{seat}} '; DROP TABLE seats;-- \u202e 👩‍💻 é\tend";

        await product.Save(seat, (Item, new("3", Typed)));

        Assert.Equal(Typed, (await product.Form(seat)).Items.Single(item => item.Item.Key == Item).Answer.Evidence?.Text);
    }

    [Theory, BothDatabases]
    public async Task An_item_of_another_stage_is_unknown_and_the_rest_is_saved(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seat = (await product.WithSampleLoop()).All[_mina];

        var saved = await Saved(product, seat, ("q1", new("3", "x")), ("\0", new("3", "x")), (Item, new("3", "Kept.")));

        Assert.Equal([new AnswerFault.UnknownItem("q1"), new AnswerFault.UnknownItem("\0")], saved.Faults);
        Assert.Equal([Item], await product.Read(db => db.DraftAnswers.Select(draft => draft.Item).ToListAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_fact_of_the_screen_is_saved_without_a_score(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seat = (await product.WithSampleLoop())["recruiter-screen", Cast.Rosa];

        Assert.Empty((await Saved(product, seat, ("timing", new(null, "In August.")))).Faults);

        Assert.Equal("In August.", (await product.Form(seat)).Facts.Single(fact => fact.Fact.Key == "timing").Text);
    }

    [Theory, BothDatabases]
    public async Task A_stale_form_says_so_and_loses_nothing(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seat = (await product.WithSampleLoop()).All[_mina];
        await product.Save(seat, (Item, new("3", "First.")), (InterviewPlan.Overall, new("3", "Untouched.")));
        var shown = await product.Form(seat);
        var (seen, overall) = (shown.Items.Single(item => item.Item.Key == Item).Seen, shown.Overall.Seen);
        await product.Save(seat, (Item, new("4", "From the phone.", seen)));

        var saved = await Saved(product, seat, (Item, new("2", "From the laptop.", seen)), (InterviewPlan.Overall, new("3", "Touched.", overall)));

        var fault = Assert.IsType<AnswerFault.ChangedElsewhere>(Assert.Single(saved.Faults));
        Assert.Equal(("From the phone.", "From the laptop."), (fault.Stored.Evidence?.Text, fault.Typed.Evidence?.Text));
        Assert.Equal(new StoredAnswer(4, "From the phone."), await Stored(product));
        Assert.Equal(new StoredAnswer(3, "Touched."), await Stored(product, InterviewPlan.Overall));
        Assert.Empty((await Saved(product, seat, (Item, new("3", "First.", seen)))).Faults);
        Assert.Equal(new StoredAnswer(4, "From the phone."), await Stored(product));
    }

    [Theory, BothDatabases]
    public async Task A_text_that_was_taken_back_where_another_device_wrote_is_asked_about(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seat = (await product.WithSampleLoop()).All[_mina];
        await product.Save(seat, (Item, new("4", "Old.")));
        var seen = await Seen();
        await product.Save(seat, (Item, new("2", "From the phone.")));

        foreach (var tick in (TypedAnswer[])[new("4", "Old.", seen, TakesBack: true), new("5", "Old.", seen, TakesBack: true), new(null, "Old.", seen, TakesBack: true), new("4", null, seen, TakesBack: true)])
        {
            var asked = Assert.IsType<AnswerFault.ChangedElsewhere>(Assert.Single((await Saved(product, seat, (Item, tick))).Faults));
            Assert.Equal(("From the phone.", null), (asked.Stored.Evidence?.Text, asked.Typed.Evidence?.Text));
        }

        Assert.Equal(new StoredAnswer(2, "From the phone."), await Stored(product));
        Assert.Empty((await Saved(product, seat, (Item, new("4", "From the phone.", await Seen(), TakesBack: true)))).Faults);
        Assert.Equal(new StoredAnswer(4, null), await Stored(product));

        // Nothing is stored, and what was typed meanwhile does not fit: it is told, not dropped.
        Assert.IsType<AnswerFault.NotEvidence>(Assert.Single((await Saved(product, seat, (Item, new("4", new string('x', Evidence.MaxLength + 1), await Seen(), TakesBack: true)))).Faults));

        async Task<string> Seen() => (await product.Form(seat)).Items.Single(item => item.Item.Key == Item).Seen;
    }

    [Theory, BothDatabases]
    public async Task Two_devices_that_save_different_items_at_the_same_instant_both_are_kept(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seat = (await product.WithSampleLoop()).All[_mina];
        var items = (await product.Form(seat)).Items.Select(item => item.Item.Key).Append(InterviewPlan.Overall).ToList();

        await Task.WhenAll(items.Select(item => Task.Run(() => product.Save(seat, (item, new("3", $"about {item}"))))));

        Assert.All(items, item => Assert.Equal($"about {item}", product.Read(db => db.DraftAnswers.Where(d => d.Item == item).SingleAsync()).Result.Answer.Evidence));
    }

    [Theory, BothDatabases]
    public async Task Two_devices_that_save_one_item_at_the_same_instant_one_is_told(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seat = (await product.WithSampleLoop()).All[_mina];
        for (var round = 0; round < 5; round++)
        {
            var seen = (await product.Form(seat)).Items.Single(item => item.Item.Key == Item).Seen;

            var saved = await Task.WhenAll(((string[])["phone", "laptop"]).Select(device =>
                Task.Run(() => Saved(product, seat, (Item, new("3", $"{device} {round}", seen))))));

            var told = Assert.IsType<AnswerFault.ChangedElsewhere>(Assert.Single(saved.SelectMany(outcome => outcome.Faults)));
            Assert.Equal(told.Stored.Evidence?.Text, (await Stored(product)).Evidence);
            Assert.Equal([$"laptop {round}", $"phone {round}"], new[] { told.Stored, told.Typed }.Select(answer => answer.Evidence?.Text).Order());
        }
    }

    private static async Task<SaveDraft.Outcome.Saved> Saved(Product product, HeldSeat seat, params (string, TypedAnswer)[] answers) =>
        Assert.IsType<SaveDraft.Outcome.Saved>(await product.Save(seat, answers));

    private static async Task<StoredAnswer> Stored(Product product, string item = Item) =>
        (await product.Read(db => db.DraftAnswers.SingleAsync(draft => draft.Item == item))).Answer;
}
