/**
 * Files to take along. Every file appears whole or not at all: it is written beside its place and moved there at the end. What
 * goes wrong is told in one sentence, an {@link collapselab.export.ExportException}.
 */
package collapselab.export;
