package collapselab.catalog.vocabulary;

import collapselab.plot.Doubles;

/**
 * What the picture of one generation of the first chain is drawn from.
 *
 * @param generation which
 * @param words ranks, from 0, of the words that occur, ascending
 * @param shares p_t of each
 */
record VocabularySnapshot(int generation, Doubles words, Doubles shares) {}
