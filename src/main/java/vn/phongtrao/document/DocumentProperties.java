package vn.phongtrao.document;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * @param maxFileSize    of one file; larger ones are refused while they are received
 * @param maxDossierSize of all files of a dossier, replaced ones included
 */
@ConfigurationProperties("phongtrao.documents")
record DocumentProperties(DataSize maxFileSize, DataSize maxDossierSize) {
}
