using System.CommandLine;
using Fourfold.Cli.Admin;
using Fourfold.Cli.Decode;
using Fourfold.Cli.Simulate;
using Fourfold.Cli.Up;

var root = new RootCommand("Fourfold: sense, coordinate, serve, settle.")
{
    UpCommand.Create(),
    DecodeCommand.Create(),
    AdminCommand.Create(),
    SimulateCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
