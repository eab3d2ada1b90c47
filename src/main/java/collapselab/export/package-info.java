/** Files: tables of numbers. A file appears under its name only when it is whole, and says where its content comes from. */
package collapselab.export;
