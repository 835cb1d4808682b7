package vn.phongtrao.signing;

import java.net.URI;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.service.SecureRandomNonceSource;
import eu.europa.esig.dss.service.http.commons.TimestampDataLoader;
import eu.europa.esig.dss.service.tsp.OnlineTSPSource;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;

/** The configured RFC 3161 service. Its own clock says the time. */
class TimestampService implements TSPSource {

    private static final int TIMEOUT_MILLIS = 10_000;

    private final String url;
    private final transient OnlineTSPSource online;

    /** @throws IllegalStateException for an address that is not http or https */
    TimestampService(URI url) {
        if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
            throw new IllegalStateException("phongtrao.signing.timestamp-url must be an http or https address: " + url);
        }
        this.url = url.toString();
        var loader = new TimestampDataLoader();
        loader.setTimeoutConnection(TIMEOUT_MILLIS);
        loader.setTimeoutConnectionRequest(TIMEOUT_MILLIS);
        loader.setTimeoutResponse(TIMEOUT_MILLIS);
        loader.setTimeoutSocket(TIMEOUT_MILLIS);
        online = new OnlineTSPSource(this.url, loader);
        online.setNonceSource(new SecureRandomNonceSource());
    }

    @Override
    public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
        try {
            return online.getTimeStampResponse(algorithm, digest);
        } catch (DSSException noTimestamp) {
            throw new IllegalStateException("No timestamp from " + url, noTimestamp);
        }
    }
}
