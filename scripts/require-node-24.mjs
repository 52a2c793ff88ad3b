// Plain JavaScript of any age, because it has to run on the Node that is too old to run the rest.
const [major] = process.versions.node.split(".").map(Number);

if (major < 24) {
  process.stderr.write(
    `Pleo Key Guard runs on Node 24 or newer, and this is Node ${process.versions.node}.\n` +
      "`npm ci` installs Node 24 beside the other dependencies; if it did not, the install script of the\n" +
      "package `node` was not run (look for `ignore-scripts` in your npm settings). Run `npm ci` again without\n" +
      "that setting, or put a Node 24 first on your PATH.\n",
  );
  process.exitCode = 1;
}
