/** Who enters the same thing takes turns. */
@org.springframework.modulith.ApplicationModule(displayName = "Turn")
package vn.phongtrao.turn;
