/** The experiments, one folder each; they do not know each other. */
package collapselab.catalog;
