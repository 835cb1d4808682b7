/** What the program's commands read of their environment. */
@org.springframework.modulith.ApplicationModule(displayName = "Command")
package vn.phongtrao.command;
