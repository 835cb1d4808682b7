/** How the program is watched: health, figures and logs, on a port of their own. What each module shows of itself lies in that module. */
@org.springframework.modulith.ApplicationModule(displayName = "Watch")
package vn.phongtrao.watch;
