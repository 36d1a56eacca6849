using ChatHiring.Packs;

namespace ChatHiring.Tests.Packs;

public sealed class PackShelfTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("packs").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Shipped_folder_is_read_without_refusals()
    {
        var shelf = PackShelf.Load(Repository.File("packs"));
        Assert.Equal("Backend Engineer", shelf.Find("backend-engineer")?.Title);
        Assert.Empty(shelf.Refused);
        Assert.Null(shelf.Find("Backend-Engineer"));
    }

    [Fact]
    public void A_broken_pack_is_refused_by_name_and_the_others_are_there()
    {
        Write("backend-engineer.yaml", Shipped.Text);
        Write("broken.yaml", "name: [");
        Write("empty.yml", "");
        Write("binary.json", "\0\0\0");
        Write("notes.txt", "not looked at");
        var shelf = PackShelf.Load(_folder);
        Assert.Equal(["backend-engineer"], shelf.Packs.Select(pack => pack.Name));
        Assert.Equal(["binary", "broken", "empty"], shelf.Refused.Select(refused => refused.Name));
        Assert.All(shelf.Refused, refused => Assert.NotEmpty(refused.Faults));
        Assert.Null(shelf.Find("broken"));
    }

    [Fact]
    public void A_pack_with_another_name_than_its_file_is_refused()
    {
        Write("frontend.yaml", Shipped.Text);
        var refused = Assert.Single(PackShelf.Load(_folder).Refused);
        Assert.Equal(("frontend", "The pack calls itself 'backend-engineer', but its file is called 'frontend'. Give both the same name."), (refused.Name, refused.Faults[0].Reason));
    }

    [Fact]
    public void Two_files_of_one_pack_leave_the_first()
    {
        Write("backend-engineer.yaml", Shipped.Text);
        Write("backend-engineer.yml", Shipped.Text);
        var shelf = PackShelf.Load(_folder);
        Assert.Single(shelf.Packs);
        Assert.Equal("backend-engineer", Assert.Single(shelf.Refused).Name);
    }

    [Fact]
    public void A_missing_folder_stops_nothing()
    {
        var shelf = PackShelf.Load(Path.Combine(_folder, "gone"));
        Assert.Empty(shelf.Packs);
        Assert.Equal("gone", Assert.Single(shelf.Refused).Name);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
