/** Papers: what the law wants on paper, rendered to PDF. */
@org.springframework.modulith.ApplicationModule(displayName = "Paper")
package vn.phongtrao.paper;
