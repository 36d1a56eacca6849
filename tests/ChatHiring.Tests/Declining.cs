using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.Timeline;

namespace ChatHiring.Tests;

/// <summary>What somebody who cannot be there does, in one line each.</summary>
internal static class Declining
{
    public static Task<DeclineSeat.Outcome> CantMakeIt(this Product product, HeldSeat seat, string? reason) =>
        product.Get<DeclineSeat>().Run(new(seat.Person, seat.Seat, reason), CancellationToken.None);

    public static Task<TakeSeatAgain.Outcome> CanAfterAll(this Product product, HeldSeat seat) =>
        product.Get<TakeSeatAgain>().Run(new(seat.Person, seat.Seat), CancellationToken.None);

    /// <summary>The sample loop on the morning of its fourth interview, nobody having written anything.</summary>
    public static async Task<SampleSeats> BeforeThePeerInterview(this Product product)
    {
        product.BeforeTheLoop();
        await product.Import(Product.Sample);
        product.Time.AdjustTime(Timeline.Instants.At("2026-06-04T08:00Z"));
        await product.Get<SendDueSteps>().Run(CancellationToken.None);
        await product.Get<DeliverPosts>().Run(CancellationToken.None);
        return await product.Read(SampleSeats.Of);
    }

    /// <summary>What needs somebody's attention once everything is delivered.</summary>
    public static async Task<IReadOnlyList<AttentionItem>> AttentionOf(this Product product, string email)
    {
        await product.Get<DeliverPosts>().Run(CancellationToken.None);
        var inbox = await product.Get<ReadInbox>().Run(await product.PersonOf(email), CancellationToken.None);
        return [.. (inbox?.Attention ?? []).Where(item => item is not AttentionItem.Late)];
    }

    /// <summary>The rows that hold a word, in any of their columns.</summary>
    public static async Task<List<string>> RowsWith(this Product product, string word) =>
        (await product.AllRows()).FindAll(row => row.Contains(word, StringComparison.Ordinal));
}
