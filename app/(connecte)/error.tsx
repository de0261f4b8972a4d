"use client";
export { ErreurInattendue as default } from "@/components/erreur-inattendue";
