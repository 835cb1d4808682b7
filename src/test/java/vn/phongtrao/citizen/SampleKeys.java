package vn.phongtrao.citizen;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Keys that everybody knows. */
final class SampleKeys {

    private SampleKeys() {
    }

    static String base64(int seed) {
        var key = new byte[32];
        Arrays.fill(key, (byte) seed);
        return Base64.getEncoder().encodeToString(key);
    }

    static CitizenKey key(int seed) {
        return CitizenKey.of("test", base64(seed));
    }

    /** As settings name them. */
    static CitizenKeys keys(int named, int... others) {
        return new CitizenKeys(new CitizenProperties(base64(named), Arrays.stream(others).mapToObj(SampleKeys::base64).toList()));
    }

    /** As a version sealed that had no ids of keys. */
    static byte[] unmarked(byte[] sealed) {
        return Arrays.copyOfRange(sealed, CitizenKey.ID_BYTES, sealed.length);
    }

    static List<String> numbers(int count) {
        return Stream.iterate(1, each -> each + 1).limit(count).map("%012d"::formatted).toList();
    }
}
