using Crdgen.Cli;

return CommandLine.Run(args, Terminal.OfProcess());
