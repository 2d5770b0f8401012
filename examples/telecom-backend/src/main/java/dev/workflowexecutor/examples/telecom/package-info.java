/** A small telecom backend over HTTP: network, billing, recharges, devices and a helpdesk. */
@NullMarked
package dev.workflowexecutor.examples.telecom;

import org.jspecify.annotations.NullMarked;
