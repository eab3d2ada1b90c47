package collapselab.experiment;

/**
 * One panel's worth of a run: everything that decides what its chains compute.
 *
 * @param parameters the experiment's own parameters
 * @param protocol how the loop is run
 * @param regime what becomes of older data
 * @param <P> the experiment's parameter record
 */
public record Setting<P extends Record>(P parameters, Protocol protocol, DataRegime regime) {}
