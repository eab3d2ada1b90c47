package collapselab.session;

/**
 * The run whose curves stand behind those of the one that is charted, as a ghost.
 *
 * @param run the run of the last settings
 * @param name what its curves are called, such as {@code before: n = 457}
 */
public record Before(Run run, String name) {}
