package vn.phongtrao.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.phongtrao.citizen.SampleKeys.key;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import vn.phongtrao.citizen.KeyRegister.Entry;

/** With which keys a node starts. */
class KeyCheckTest {

    private static final List<String> PEOPLE = SampleKeys.numbers(3);

    private final SealedDatabase database = SealedDatabase.create();

    @AfterEach
    void close() {
        database.close();
    }

    private void refused(SealedDatabase.Node node, String... told) {
        var before = database.register.all().stream().map(Entry::id).toList();
        assertThatThrownBy(node::start).isInstanceOfSatisfying(WrongCitizenKey.class, refusal -> {
            assertThat(refusal).hasMessageContainingAll(told).hasNoCause();
            assertThat(refusal.getMessage() + refusal.remedy()).doesNotContain(SampleKeys.base64(1), SampleKeys.base64(2));
        });
        assertThat(database.register.all()).extracting(Entry::id).isEqualTo(before);
    }

    private String inForce() {
        return database.register.inForce().orElseThrow().id();
    }

    @Test
    void theFirstKeyOfADatabaseIsTheOnlyOneThatStartsLater() {
        database.node(1).start().stop();

        assertThatCode(() -> database.node(1).start().stop()).doesNotThrowAnyException();
        refused(database.node(2), "PHONGTRAO_CITIZEN_KEY", key(1).id());
    }

    @Test
    void numbersOfAnEarlierVersionAreOpenedByTheirOwnKeyAlone() {
        database.enter(key(1), PEOPLE, false);

        refused(database.node(2), "PHONGTRAO_CITIZEN_KEY");
        database.node(1).start();
        assertThat(database.counts()).containsExactly(java.util.Map.entry(key(1).id(), 6L));
    }

    @Test
    void theMarkOfAnEarlierVersionIsOpenedByItsOwnKeyAlone() {
        database.jdbc.sql("insert into citizen_key (sealed, unmarked) values (?, true)").param(SampleKeys.unmarked(key(1).sealText("citizen_key"))).update();

        refused(database.node(2), "PHONGTRAO_CITIZEN_KEY");
        database.node(1).start();
        assertThat(inForce()).isEqualTo(key(1).id());
    }

    @Test
    void aNewKeyIsReadyFirstAndInForceWhenAllNodesThatRunKnowIt() {
        var one = database.node(1).start();
        var two = database.node(1).start();

        refused(database.node(2, 1), key(2).id(), "2 máy");
        one.stop();
        one = database.node(1, 2).start();
        assertThat(inForce()).isEqualTo(key(1).id());
        refused(database.node(2, 1), key(2).id(), "1 máy");
        two.stop();
        two = database.node(1, 2).start();

        one.stop();
        database.node(2, 1).start();
        assertThat(inForce()).isEqualTo(key(2).id());
        assertThat(two.seal("000000000123").digest()).as("also of the node that names the other one")
                .isEqualTo(key(2).digest("000000000123"));
    }

    @Test
    void aNodeThatWasKilledIsWaitedForNoLongerThanAWhile() {
        database.node(1).start();
        refused(database.node(2, 1), "1 máy");
        database.jdbc.sql("update citizen_node set seen_at = seen_at - interval '91 seconds'").update();

        database.node(2, 1).start();
        assertThat(inForce()).isEqualTo(key(2).id());
    }

    @Test
    void aNodeStartsWhileAnotherForgetsOneThatWasKilled() throws SQLException {
        database.node(1).start();
        database.jdbc.sql("update citizen_node set seen_at = seen_at - interval '91 seconds'").update();
        try (var another = database.source.getConnection(); var forgets = another.createStatement()) {
            another.setAutoCommit(false);
            assertThat(forgets.executeUpdate("delete from citizen_node")).isOne();

            database.node(2, 1).start();
            another.rollback();
        }
        assertThat(inForce()).isEqualTo(key(2).id());
    }

    @Test
    void whoRunsIsSeenAndWhoWasKilledIsForgotten() {
        database.node(1).start();
        database.jdbc.sql("update citizen_node set seen_at = seen_at - interval '91 seconds'").update();
        database.node(1).nodes.goOn();

        assertThat(database.jdbc.sql("select seen_at > now() - interval '60 seconds' from citizen_node").query(Boolean.class).list())
                .containsExactly(true);
    }

    @Test
    void theNewKeyAloneDoesNotStartWhileAnythingIsSealedWithTheFormerOne() {
        database.node(1).start().stop();
        database.enter(key(1), PEOPLE, true);
        database.text(key(1), "HD-1", "Mẫu");

        refused(database.node(2), key(1).id(), "7 mục");
        database.node(2, 1).start().stop();
        refused(database.node(2), key(1).id(), "7 mục");
        refused(database.node(1), key(2).id(), "0 mục");
        refused(database.node(3, 2), key(1).id(), "7 mục");

        database.node(2, 1).start().stop().rotate();
        database.node(2).start();
        assertThat(database.register.all()).filteredOn(entry -> entry.retired() != null).extracting(Entry::id).containsExactly(key(1).id());
    }

    @Test
    void aKeyThatWasReplacedIsNotInForceAgain() {
        database.node(1).start().stop();
        database.node(2, 1).start().stop();
        database.node(1, 2).start().stop();
        assertThat(inForce()).isEqualTo(key(2).id());

        database.node(2, 1).rotate();
        database.node(2).start().stop();
        database.node(1, 2).start().stop();
        assertThat(inForce()).isEqualTo(key(2).id());
        refused(database.node(1), key(2).id());
    }
}
