package vn.phongtrao.model;

import java.util.Map;

/**
 * The models of a group as the movement counts them: what works on a day.
 *
 * @param sites  that took a model over, without the places where models began
 * @param teams  that run models and sites
 * @param levels how many of the models each level has recognised, by its id; a model counts at every level it reached
 */
public record Figure(String group, String groupName, long models, long sites, long teams, Map<String, Long> levels) {
}
