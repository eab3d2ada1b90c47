/** The command line: commands, their messages and exit codes. Knows files and terminals; of the window only {@link Screens}. */
package collapselab.cli;
