# The packages of this build, and a program elsewhere that uses them.
counted "packages" eng/test-packages
