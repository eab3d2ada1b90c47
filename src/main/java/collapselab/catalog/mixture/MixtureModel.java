package collapselab.catalog.mixture;

import collapselab.kernel.mixture.Mixture;
import java.util.List;

/** Fitted mixtures, one a chain. */
record MixtureModel(List<Mixture> chains) {
    MixtureModel {
        chains = List.copyOf(chains);
    }
}
