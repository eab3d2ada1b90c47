/** Puts the program together: the only place that knows both the window and the command line. */
package collapselab.app;
