package vn.phongtrao.citizen;

/** With which key something is sealed. */
interface KeyChoice {

    /** A person who is known already is sealed with the key by which he or she is known, so that nobody is entered twice. */
    CitizenKey forNumber(String number);

    CitizenKey forText();

    static KeyChoice always(CitizenKey key) {
        return new KeyChoice() {
            @Override
            public CitizenKey forNumber(String number) {
                return key;
            }

            @Override
            public CitizenKey forText() {
                return key;
            }
        };
    }
}
