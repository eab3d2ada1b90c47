/** What to show, as data: immutable values that know no toolkit. {@code chart} draws them, on screen and into files alike. */
package collapselab.plot;
