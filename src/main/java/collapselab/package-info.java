/** Collapse Lab: a laboratory for model collapse. See {@code src/docs/architecture.md} for the floor plan. */
package collapselab;
