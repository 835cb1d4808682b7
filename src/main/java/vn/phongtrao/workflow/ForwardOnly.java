package vn.phongtrao.workflow;

import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/** A start brings its database forward, and works on none that a newer version has been at. */
@Component
class ForwardOnly implements FlywayMigrationStrategy {

    @Override
    public void migrate(Flyway flyway) {
        NewerDatabase.refuse(flyway);
        flyway.migrate();
    }
}
