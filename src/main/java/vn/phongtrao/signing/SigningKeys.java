package vn.phongtrao.signing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;

/** The configured keys. All are read at start-up, so that a wrong file or password is found before a paper needs it. */
@Component
class SigningKeys {

    private record Own(String unit, Position position, SigningKey key) {

        boolean of(Post signatory) {
            return unit.equals(signatory.unitPath().value()) && (position == null || position == signatory.position());
        }
    }

    private final List<Own> own = new ArrayList<>();
    private final Optional<SigningKey> common;

    SigningKeys(SigningProperties properties, Clock clock) {
        var now = clock.instant();
        common = blank(properties.keystore()) ? Optional.empty() : Optional.of(SigningKey.read(
                "phongtrao.signing.keystore", properties.keystore(), properties.password(), properties.alias(), now));
        properties.authorities().forEach((name, authority) -> own.add(read(name, authority, now)));
    }

    /** The key of that position in the unit, else of the unit, else of the whole organisation. */
    Optional<SigningKey> find(Post signatory) {
        var fitting = own.stream().filter(candidate -> candidate.of(signatory)).toList();
        return fitting.stream().filter(candidate -> candidate.position() != null).findFirst()
                .or(() -> fitting.stream().findFirst())
                .map(Own::key).or(() -> common);
    }

    /** All of them. */
    Stream<SigningKey> all() {
        return Stream.concat(common.stream(), own.stream().map(Own::key));
    }

    private static Own read(String name, SigningProperties.Authority authority, Instant now) {
        var property = "phongtrao.signing.authorities." + name;
        if (blank(authority.unit()) || blank(authority.keystore())) {
            throw new IllegalStateException(property + ": needs unit and keystore");
        }
        return new Own(authority.unit(), authority.position(), SigningKey.read(property + ".keystore",
                authority.keystore(), authority.password(), authority.alias(), now));
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
