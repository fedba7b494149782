using Crdgen.Cli;

var parsed = CommandLine.Create(Console.Out, Console.Error).Parse(args);
return parsed.Errors.Count > 0 ? Refuse(parsed) : parsed.Invoke();

static int Refuse(System.CommandLine.ParseResult parsed)
{
    foreach (var error in parsed.Errors)
    {
        Console.Error.WriteLine(error.Message);
    }

    return ExitCodes.BadInput;
}
