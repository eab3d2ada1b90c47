/** Runs and records, on threads of its own; only here are threads made (beside the shards of one network's training). */
package collapselab.session;
