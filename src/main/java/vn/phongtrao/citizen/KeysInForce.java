package vn.phongtrao.citizen;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import vn.phongtrao.citizen.KeyRegister.Entry;

/**
 * Which key is in force the database says, for all nodes alike. While something is sealed with former ones, a person is known by one digest
 * everywhere: whoever stands there under a former key is sealed with that one until all rows of this person are sealed anew at once.
 */
@Component
class KeysInForce implements KeyChoice {

    private final CitizenKeys keys;
    private final KeyRegister register;
    private final JdbcClient jdbc;
    private final String known;

    KeysInForce(CitizenKeys keys, KeyRegister register, JdbcClient jdbc) {
        this.keys = keys;
        this.register = register;
        this.jdbc = jdbc;
        known = SealedPlaces.of(jdbc).digests().stream().map(place -> "exists (select from %s where citizen_digest = :digest)"
                .formatted(place.table())).reduce("%s or %s"::formatted).map("select %s"::formatted).orElse("select false");
    }

    @Override
    public CitizenKey forText() {
        return keys.several() ? inForce(register.all()) : keys.named();
    }

    @Override
    public CitizenKey forNumber(String number) {
        if (!keys.several()) {
            return keys.named();
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Numbers are sealed within the transaction that keeps them");
        }
        var all = register.all();
        return all.stream().filter(Entry::former).flatMap(former -> keys.find(former.id()).stream())
                .filter(key -> jdbc.sql(known).param("digest", key.digest(number)).query(Boolean.class).single()).findFirst()
                .map(key -> {
                    register.notEmpty(key.id());
                    return key;
                }).orElseGet(() -> inForce(all));
    }

    private CitizenKey inForce(List<Entry> all) {
        return all.stream().filter(Entry::inForce).findFirst().flatMap(entry -> keys.find(entry.id())).orElseThrow(UnknownKey::new);
    }
}
