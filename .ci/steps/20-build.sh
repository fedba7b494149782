# Warnings are errors, in the project files; the build starts from an empty package folder.
required "the solution builds without a warning" dotnet build Hardening.sln -nologo -warnaserror
