package vn.phongtrao.talk;

/**
 * Somebody who may be mentioned in a note.
 *
 * @param user  user name
 * @param name  full name; the user name where none is known
 * @param title of a post that the person holds or has acted under
 */
public record Person(String user, String name, String title) {
}
