/** How the engine reads and writes its tables here: whose tasks they are, what history it keeps, what it reads once. */
package vn.phongtrao.workflow.session;
