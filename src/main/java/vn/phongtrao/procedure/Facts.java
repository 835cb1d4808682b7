package vn.phongtrao.procedure;

import java.util.Map;

/**
 * Facts that have no record, because a procedure's own forms name them: each is asked for as if it were a component.
 *
 * @param byName values may be null
 */
public record Facts(Map<String, Object> byName) {
}
