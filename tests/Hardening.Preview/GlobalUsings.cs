global using Hardening.Preview.Tests.Support;
global using Pulumi;
