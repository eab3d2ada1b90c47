package collapselab.experiment;

/**
 * One panel's worth of a run: everything that decides what its chains compute.
 *
 * @param parameters the experiment's own parameters
 * @param protocol how the loop is run
 * @param regime what becomes of older data
 * @param <P> the experiment's parameter record
 */
public record Setting<P extends Record>(P parameters, Protocol protocol, DataRegime regime) {
    public Setting {
        if (!regime.allows(protocol)) {
            throw new SpecException("realSource=" + protocol.realSource().text()
                    + " cannot feed batches that grow, for the original real set stays as it is: use realSource=fresh,"
                    + " or growth=constant without regime=replace-multiple.");
        }
        if (regime != DataRegime.REPLACE && protocol.total(protocol.generations() - 1) > Integer.MAX_VALUE) {
            throw Protocol.tooMany(protocol.samples(), protocol.generations());
        }
    }
}
