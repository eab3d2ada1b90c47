package collapselab.experiment;

/**
 * A setting of an experiment that is worth a button.
 *
 * @param name what stands on the button, two words or three
 * @param help what it shows, without a full stop
 * @param changes what it changes of the experiment's opening, such as {@code samples=10&regime=replace}
 */
public record Preset(String name, String help, String changes) {}
