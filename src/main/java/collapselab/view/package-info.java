/**
 * The window, and the only package that knows JavaFX. {@link collapselab.view.Lab} is its state without a toolkit; every
 * region of the window reads it once per pulse and changes it through its methods.
 *
 * <p>The FX thread never computes: pictures, charts and verdicts are made by the one thread of {@link
 * collapselab.view.Painter}, into pixels that the window only wraps.
 */
package collapselab.view;
