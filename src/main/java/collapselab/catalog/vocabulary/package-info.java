/**
 * The recursive vocabulary: each generation's word frequencies are those of n words drawn from the last one's (Shumailov et
 * al. 2024, section "discrete distributions with exact approximation"; Suresh et al. 2024). Of a word that was not drawn the
 * next generation knows nothing: it is missing, and lost for good where no older or real data can bring it back. It is the
 * Wright-Fisher chain of population genetics.
 *
 * <p>Letters: n = words drawn a generation, K = words of the vocabulary, numbered by their rank in the real distribution, g
 * = generation, t = g + 1 = number of fits, p_0 = real shares (K), p_t = fitted shares, H = 1 - sum p^2 = heterozygosity,
 * tau = sampling temperature.
 *
 * <p>The counts of the words are sufficient, also where words of a pool are drawn again: no sample is ever held as a list.
 * Only the words that occur are kept, so generations get cheaper as words die.
 */
package collapselab.catalog.vocabulary;
