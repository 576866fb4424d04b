using System.CommandLine;
using Fourfold.Cli.Admin;
using Fourfold.Cli.Decode;
using Fourfold.Cli.Simulate;
using Fourfold.Cli.Track;
using Fourfold.Cli.Up;

(string Verb, Func<Command> Create)[] verbs =
[
    ("up", UpCommand.Create),
    ("decode", DecodeCommand.Create),
    ("admin", AdminCommand.Create),
    ("simulate", SimulateCommand.Create),
    ("track", TrackCommand.Create),
];

// A verb that is named is made alone, for decoding a short file takes less time than making the others.
var root = new RootCommand("Fourfold: sense, coordinate, serve, settle.");
var named = Array.Find(verbs, verb => args.Length > 0 && args[0] == verb.Verb);
foreach (var (_, create) in named.Verb is null ? verbs : [named])
    root.Add(create());

// A verb that is told to end may finish its work in hand; the unit in deploy/ waits a little longer.
return await root.Parse(args)
    .InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(25) });
