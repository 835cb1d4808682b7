/**
 * Files of an organisation's own, laid over those that the program brings: kept whole in the database with who, when
 * and why, and taken over by every node.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Edition")
package vn.phongtrao.edition;
