package vn.phongtrao.model;

import java.util.List;

import vn.phongtrao.procedure.Fills;

/**
 * A replication as forms, papers and the register show it.
 *
 * @param homeName where the model began
 * @param reached  the levels that have recognised the model
 * @param hamlet   of the new site, its code; null for the whole unit
 * @param place    of the new site
 */
@Fills("model-replication")
record ReplicationView(String modelId, String name, String group, String groupName, String homeName,
                       List<LevelHeld> reached, String siteName, String hamlet, String place, int teams) {
}
